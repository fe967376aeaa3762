"""`tuzetu`: the command line. Commands are found by name and imported only when they run."""

from __future__ import annotations

import importlib
import os
import sys
from typing import NoReturn

import click

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("read:read", "Structure of a text: provisions with their addresses."),
    "locate": ("locate:locate", "The text at a citation or an address."),
    "compare": ("compare:compare", "What changed between two texts: operations, HTML or Word."),
    "apply": ("apply:apply", "Apply instructions of an amending act to a text."),
    "instruct": ("instruct:instruct", "The amending instruction that turns one text into another."),
    "clarity": ("clarity:clarity", "Vague wording in a text."),
    "powers": ("powers:powers", "Powers of local bodies in a text: who does what at which level."),
    "import": ("importing:import_", "Bring editions of an act into the service."),
    "export": ("exporting:export", "Write an edition or a marked-up comparison to a file."),
    "serve": ("serve:serve", "Migrate the database and serve the pages and the API."),
    "user": ("user:user", "Accounts: add, list, password, close, open, token."),
    "migrate": ("migrate:migrate", "Bring the database to the newest tables."),
    "check": ("check:check", "Check the database: version, texts, audit log."),
    "settings": ("settings:settings", "The settings and what they are."),
}
"""Name → where its function is, and a line of help (so that `--help` imports nothing)."""

LANGUAGES = ("ru", "kk", "en")


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(f"service.commands.{module}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--ui", type=click.Choice(LANGUAGES), help="Language of messages (also TUZETU_UI); Russian by default.")
@click.version_option(package_name="tuzetu")
@click.pass_context
def tuzetu(ctx: click.Context, ui: str | None) -> None:
    """Tüzetu: follow proposed amendments to a law.

    Commands on files need no database. Addresses look like art_35/pt_1/sub_12-6.
    """
    ctx.meta["ui"] = ui or ui_language([])


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command and end the process: 0 done, 2 asked for something that cannot be done, 130 interrupted."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(arguments, ui_language(arguments)))


def run(arguments: list[str], language: str) -> int:
    """Run a command; returns its exit code. A person's mistake becomes a sentence, never a traceback."""
    from service.errors import UserError

    try:
        code = tuzetu.main(arguments, prog_name="tuzetu", standalone_mode=False)
    except UserError as error:
        click.echo(error.message(language), err=True)
        return 2
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        return _usage(error, language)
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0


def ui_language(arguments: list[str]) -> str:
    """Language of messages: `--ui` (wherever it stands), else TUZETU_UI, else Russian."""
    asked = os.environ.get("TUZETU_UI", "ru")
    for place, argument in enumerate(arguments):
        if argument == "--ui" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--ui="):
            asked = argument.removeprefix("--ui=")
    return asked if asked in LANGUAGES else "ru"


def _usage(error: click.UsageError, language: str) -> int:
    from service.errors import message

    command = error.ctx.command_path if error.ctx is not None else "tuzetu"
    params = {"detail": error.format_message(), "command": command}
    click.echo(message("usage", language, params), err=True)
    return 2


if __name__ == "__main__":
    main()

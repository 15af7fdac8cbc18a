using System.CommandLine;
using HuiminCoord.Server.Settings;
using Spectre.Console;

namespace HuiminCoord.Server.Commands;

/// <summary>What commands that ask a running server sign in with.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">The authenticator app's code; it is good once.</param>
internal sealed record Credentials(string Login, string Password, string? Code);

/// <summary><c>--account</c> and <c>--code</c>; the password comes from the environment or is asked for, because a command line shows it to others.</summary>
internal static class SignInOptions
{
    /// <summary>Where the password is looked for first.</summary>
    internal const string PasswordVariable = "HUIMINCOORD_PASSWORD";

    /// <summary>Login name.</summary>
    internal static Option<string?> Account(string usual) => new("--account") { Description = $"Login name; default: {usual}. The password: {PasswordVariable}, or it is asked for." };

    /// <summary>Second factor.</summary>
    internal static Option<string?> Code() => new("--code") { Description = "The authenticator app's six digits, where the account has a second factor." };

    /// <exception cref="CommandRefusedException">There is no password, and nobody to ask.</exception>
    internal static Credentials Read(string login, string? code)
    {
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (!string.IsNullOrEmpty(password))
        {
            return new(login, password, code);
        }

        return System.Console.IsInputRedirected
            ? throw new CommandRefusedException($"Set {PasswordVariable} to the password of {login}; a served rehearsal prints it.")
            : new(login, AnsiConsole.Prompt(new TextPrompt<string>($"Password of {login}:").Secret()), code);
    }
}

/// <summary>Which running server is asked, and as whom.</summary>
internal sealed class ServerOptions
{
    private const string Usual = "system-admin";

    private readonly Option<Uri> _url = new("--url") { Description = "The server.", DefaultValueFactory = _ => new Uri(ServeCommand.DefaultUrl), CustomParser = WatchCommand.ReadUrl };
    private readonly Option<string?> _account = SignInOptions.Account(Usual);
    private readonly Option<string?> _code = SignInOptions.Code();

    internal void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_account);
        command.Add(_code);
    }

    /// <exception cref="CommandRefusedException">There is no password.</exception>
    internal SignedInServer Read(ParseResult parsed) =>
        new(parsed.GetValue(_url)!, SignInOptions.Read(parsed.GetValue(_account) ?? Usual, parsed.GetValue(_code)));
}

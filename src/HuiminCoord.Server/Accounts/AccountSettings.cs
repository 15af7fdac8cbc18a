using System.Globalization;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Accounts;

/// <summary>Who has to show a code from an authenticator app beside the password.</summary>
public enum SecondFactor
{
    /// <summary>Everybody.</summary>
    Required,

    /// <summary>Administrators and the office; others may.</summary>
    Administrators,

    /// <summary>Whoever has set one up.</summary>
    Optional,
}

/// <summary>How people sign in. From the environment, so that nobody weakens it by a plan or a page.</summary>
/// <param name="SecondFactor">Who needs a second factor.</param>
/// <param name="Idle">After this time without a request a console session ends; real time.</param>
/// <param name="Longest">No session lives longer.</param>
/// <param name="OneAdministrator">True lets one person be system, security and audit administrator.</param>
public sealed record AccountSettings(SecondFactor SecondFactor, TimeSpan Idle, TimeSpan Longest, bool OneAdministrator)
{
    internal const string SecondFactorVariable = "HUIMINCOORD_SECOND_FACTOR";
    internal const string IdleVariable = "HUIMINCOORD_IDLE_MINUTES";
    internal const string LongestVariable = "HUIMINCOORD_SESSION_HOURS";
    internal const string OneAdministratorVariable = "HUIMINCOORD_ONE_ADMINISTRATOR";

    /// <summary>For live work, when nothing else is said.</summary>
    public static AccountSettings Default { get; } = new(SecondFactor.Required, TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), false);

    /// <summary>For a rehearsal: its accounts are printed, so a second factor would prove nothing.</summary>
    public static AccountSettings Rehearsal { get; } = new(SecondFactor.Optional, TimeSpan.FromHours(12), TimeSpan.FromDays(7), true);

    /// <summary>Reads the settings of a live server.</summary>
    /// <exception cref="CommandRefusedException">A value cannot be read.</exception>
    public static AccountSettings From(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new(
            environment(SecondFactorVariable) switch
            {
                null or "" or "required" => SecondFactor.Required,
                "administrators" => SecondFactor.Administrators,
                "optional" => SecondFactor.Optional,
                var other => throw Unreadable(SecondFactorVariable, other, "required, administrators or optional"),
            },
            TimeSpan.FromMinutes(Number(environment, IdleVariable, 30, 1440)),
            TimeSpan.FromHours(Number(environment, LongestVariable, 12, 168)),
            environment(OneAdministratorVariable) switch
            {
                null or "" or "false" => false,
                "true" => true,
                var other => throw Unreadable(OneAdministratorVariable, other, "true or false"),
            });
    }

    private static int Number(Func<string, string?> environment, string name, int usual, int most) => environment(name) switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most => number,
        var text => throw Unreadable(name, text, $"a whole number from 1 to {most}"),
    };

    private static CommandRefusedException Unreadable(string name, string value, string wanted) => new($"{name}='{value}' cannot be read: say {wanted}.");
}

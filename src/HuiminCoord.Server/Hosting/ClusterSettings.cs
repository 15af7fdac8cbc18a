using System.Globalization;
using System.Net;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Hosting;

/// <summary>A silo's place in a cluster.</summary>
/// <param name="Id">Silos with the same id on the same database form one cluster. Default <c>huimincoord</c>.</param>
/// <param name="SiloPort">
/// Where other silos reach this one; 0 = any free port. Give each server of a machine a fixed port of its own: a restarted silo then
/// takes the place of its dead predecessor at once instead of waiting until that is noticed.
/// </param>
/// <param name="GatewayPort">Where Orleans clients would reach it; 0, the default, opens no such door. Browsers and API users do not need it.</param>
/// <param name="Address">The address that other silos are told. Loopback until accounts exist: silos trust whoever reaches them.</param>
public sealed record ClusterSettings(string Id, int SiloPort, int GatewayPort, IPAddress Address)
{
    internal const string Prefix = "HUIMINCOORD_CLUSTER_";

    /// <summary>Sets <see cref="Id"/>: lower-case letters, digits and hyphens.</summary>
    public const string IdVariable = Prefix + "ID";

    /// <summary>Sets <see cref="SiloPort"/>.</summary>
    public const string SiloPortVariable = Prefix + "SILO_PORT";

    /// <summary>Sets <see cref="GatewayPort"/>.</summary>
    public const string GatewayPortVariable = Prefix + "GATEWAY_PORT";

    /// <summary>Sets <see cref="Address"/>.</summary>
    public const string AddressVariable = Prefix + "ADDRESS";

    /// <summary>What a live server takes when nothing is said.</summary>
    public static ClusterSettings Default { get; } = new("huimincoord", 0, 0, IPAddress.Loopback);

    /// <summary>Reads the environment; null = nothing is said.</summary>
    /// <exception cref="CommandRefusedException">A value that cannot be used.</exception>
    internal static ClusterSettings? From(Func<string, string?> variable)
    {
        string? Said(string name) => variable(name) is { Length: > 0 } value ? value : null;
        if (new[] { IdVariable, SiloPortVariable, GatewayPortVariable, AddressVariable }.All(name => Said(name) is null))
        {
            return null;
        }

        var settings = new ClusterSettings(
            IdOf(Said(IdVariable)), Port(SiloPortVariable, Said(SiloPortVariable)), Port(GatewayPortVariable, Said(GatewayPortVariable)), AddressOf(Said(AddressVariable)));
        return settings.SiloPort != 0 && settings.SiloPort == settings.GatewayPort
            ? throw new CommandRefusedException($"{SiloPortVariable} and {GatewayPortVariable} are both {settings.SiloPort}; they need different ports.")
            : settings;
    }

    private static string IdOf(string? value) =>
        value is null ? Default.Id
        : IdText.IsValid(value) ? value
        : throw new CommandRefusedException($"{IdVariable}={value} is not an id: use lower-case letters, digits and hyphens.");

    private static int Port(string name, string? value) =>
        value is null ? 0
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1024 and <= 65535 ? port
        : throw new CommandRefusedException($"{name}={value} is not a port: use a number from 1024 to 65535, or leave it out.");

    private static IPAddress AddressOf(string? value) =>
        value is null ? Default.Address
        : !LoopbackOnly.IsLoopback(value) ? throw new CommandRefusedException($"{AddressVariable}={value} would be open to other machines. Silos talk to each other unencrypted and believe each other, so they meet on loopback only: use 127.0.0.1 or leave it out.")
        : IPAddress.TryParse(value, out var address) ? address : Default.Address;
}

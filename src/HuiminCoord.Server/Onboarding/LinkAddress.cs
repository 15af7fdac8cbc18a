using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Onboarding;

/// <summary>The addresses of links that are printed or copied.</summary>
internal sealed class LinkAddress(IServiceProvider services)
{
    /// <summary>Where people reach the server, without a slash at the end: its public address, or on this machine the one under which the request came.</summary>
    internal string Of(HttpRequest request) => services.GetService<PublicAddress>()?.Origin ?? $"{request.Scheme}://{request.Host}{request.PathBase}".TrimEnd('/');

    /// <summary>Where a unit names its people.</summary>
    internal static string Join(string baseAddress, string token) => $"{baseAddress}/join/{token}";

    /// <summary>Where somebody activates an account.</summary>
    internal static string Activate(string baseAddress, string token) => $"{baseAddress}/activate/{token}";
}

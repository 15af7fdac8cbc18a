using Microsoft.Extensions.DependencyInjection;

namespace HuiminCoord.Grains.Auditing;

/// <summary>Puts the sealing of the audit into a host.</summary>
public static class AuditServices
{
    /// <summary>Seals from the host's start to its end. Needs the storage spine beside it.</summary>
    public static IServiceCollection AddAuditSealing(this IServiceCollection services, AuditPlaces places) =>
        services.AddSingleton(places).AddSingleton<AuditSealing>().AddHostedService<AuditSealer>();
}

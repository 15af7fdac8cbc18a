namespace HuiminCoord.Server.Files;

/// <summary>Puts the file store into a server.</summary>
public static class FileServices
{
    /// <summary>Registers it. Needs accounts, access and the database beside it.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton<UploadBook>().AddSingleton<FileStore>().AddSingleton<PieceStore>().AddSingleton<FileReach>()
        .AddHostedService<FileCleanUp>();
}

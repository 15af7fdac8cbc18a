using System.Globalization;

namespace HuiminCoord.Grains.Storage;

/// <summary>Keeps a second server out of a data directory for as long as this process lives.</summary>
/// <remarks>Two servers on one SQLite file would each believe to be the only relay. The operating system frees the lock after kill -9.</remarks>
internal sealed class DataDirectoryLock : IDisposable
{
    private readonly FileStream _held;

    private DataDirectoryLock(FileStream held) => _held = held;

    /// <exception cref="DataDirectoryInUseException">Another process, or another database object of this one, has the directory.</exception>
    public static DataDirectoryLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        var owner = Path.Combine(directory, "server.pid");
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(directory, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new DataDirectoryInUseException(directory, OwnerFrom(owner), busy);
        }

        // The lock file itself cannot be read by others, so the owner's number stands beside it.
        File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataDirectoryLock(held);
    }

    public void Dispose() => _held.Dispose();

    private static string OwnerFrom(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : "unknown";
}

/// <summary>Another server already uses the data directory.</summary>
public sealed class DataDirectoryInUseException : IOException
{
    public DataDirectoryInUseException()
    {
    }

    public DataDirectoryInUseException(string message)
        : base(message)
    {
    }

    public DataDirectoryInUseException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal DataDirectoryInUseException(string directory, string process, Exception inner)
        : base($"The data directory '{Path.GetFullPath(directory)}' is in use by another server (process {process}). Stop that server or choose another directory with --data.", inner)
    {
    }
}

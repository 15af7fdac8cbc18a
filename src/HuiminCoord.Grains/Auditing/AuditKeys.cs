using System.Security.Cryptography;
using System.Text;
using HuiminCoord.Domain.Auditing;

namespace HuiminCoord.Grains.Auditing;

/// <summary>The key that signs checkpoints, and all keys whose signatures count.</summary>
/// <remarks>
/// A PEM file of ECDSA P-256 keys. The first private key signs; every other block, private or public, is only trusted: after a
/// change of keys the former one stays below. The second keeper needs the public half alone.
/// </remarks>
public sealed class AuditKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> _trusted = [];
    private ECDsa? _signer;

    private AuditKeys()
    {
    }

    /// <summary>Fingerprint of the key that signs; null where there are public keys only.</summary>
    public string? Signer { get; private set; }

    /// <summary>Reads the keys; makes a new one if the file is not there.</summary>
    /// <param name="file">Readable by its owner only. The public half is put beside it, ending in <c>.pub.pem</c>.</param>
    /// <exception cref="AuditKeysException">The file cannot be read or written, or holds no private key.</exception>
    public static AuditKeys OpenOrCreate(string file)
    {
        try
        {
            if (!File.Exists(file))
            {
                Create(file);
            }

            var keys = Read(file);
            return keys.Signer is null ? throw new AuditKeysException($"{file} holds no private key: checkpoints of the audit could not be signed.") : keys;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new AuditKeysException($"The audit's key {file} cannot be used: {unusable.Message} Name another place with {AuditPlaces.KeyVariable}.", unusable);
        }
    }

    /// <summary>Reads the keys.</summary>
    /// <exception cref="AuditKeysException">The text holds anything but ECDSA P-256 keys.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AuditKeys Read(string file)
    {
        ReadOnlySpan<char> rest = File.ReadAllText(file);
        var keys = new AuditKeys();
        while (PemEncoding.TryFind(rest, out var block))
        {
            keys.Add(rest[block.Location], isPrivate: rest[block.Label].EndsWith("PRIVATE KEY", StringComparison.Ordinal), file);
            rest = rest[block.Location.End..];
        }

        return keys._trusted.Count > 0 ? keys : throw new AuditKeysException($"{file} holds no key in PEM.");
    }

    /// <summary>True when others than its owner can read the file.</summary>
    public static bool IsExposed(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;

    /// <summary>Signs a checkpoint.</summary>
    /// <param name="campaign">Whose chain.</param>
    /// <param name="number">The checkpoint's number within the campaign.</param>
    /// <param name="position">The last row that it speaks for.</param>
    /// <param name="chain">The chain at that row.</param>
    /// <param name="at">Real time.</param>
    public SignedCheckpoint Sign(string campaign, long number, long position, byte[] chain, DateTimeOffset at)
    {
        var (signer, name) = (_signer, Signer) is ({ } key, { } own) ? (key, own) : throw new InvalidOperationException("There are public keys only.");
        var said = new Checkpoint(campaign, number, position, Convert.ToHexStringLower(chain), at.ToUnixTimeMilliseconds(), name);
        lock (signer)
        {
            return new(said, Convert.ToBase64String(signer.SignData(Encoding.UTF8.GetBytes(said.Statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        }
    }

    /// <summary>True when a key is known; its signatures can be judged.</summary>
    public bool Knows(string key) => _trusted.ContainsKey(key);

    /// <summary>True when the checkpoint is signed by a key that is known.</summary>
    public bool Holds(SignedCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var signature = new byte[checkpoint.Signature.Length];
        return _trusted.TryGetValue(checkpoint.Said.Key, out var key)
            && Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.Said.Statement), signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _trusted.Values)
        {
            key.Dispose();
        }
    }

    private void Add(ReadOnlySpan<char> pem, bool isPrivate, string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            throw new AuditKeysException($"{file} holds something that is no ECDSA key without a password.", unreadable);
        }

        if (key.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new AuditKeysException($"{file} holds a key of another curve than P-256.");
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        _trusted.TryAdd(name, key);
        if (isPrivate && Signer is null)
        {
            (_signer, Signer) = (key, name);
        }
    }

    /// <summary>Written aside and then put in place: a second server that starts at the same moment finds a whole key or none.</summary>
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aside = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var written = new FileStream(aside, options))
        {
            written.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            written.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, file, overwrite: false);
            File.WriteAllText(Path.ChangeExtension(file, ".pub.pem"), key.ExportSubjectPublicKeyInfoPem() + "\n");
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }
}

/// <summary>The audit's keys cannot be used; nothing would be signed.</summary>
public sealed class AuditKeysException : InvalidOperationException
{
    public AuditKeysException()
    {
    }

    public AuditKeysException(string message)
        : base(message)
    {
    }

    public AuditKeysException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

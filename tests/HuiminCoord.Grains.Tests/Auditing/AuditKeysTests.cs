using System.Security.Cryptography;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;

namespace HuiminCoord.Grains.Tests.Auditing;

public sealed class AuditKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-keys-").FullName;

    private string File => Path.Combine(_folder, "deep", "audit-key.pem");

    [Fact]
    public void A_key_is_made_for_its_owner_alone_and_stays()
    {
        using var first = AuditKeys.OpenOrCreate(File);
        using var second = AuditKeys.OpenOrCreate(File);

        Assert.Equal(first.Signer, second.Signer);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : System.IO.File.GetUnixFileMode(File));
        Assert.False(AuditKeys.IsExposed(File));
        Assert.True(second.Holds(Sign(first)));
    }

    [Fact]
    public void Its_public_half_judges_and_cannot_sign()
    {
        using var keys = AuditKeys.OpenOrCreate(File);
        using var half = AuditKeys.Read(Path.ChangeExtension(File, ".pub.pem"));

        Assert.True(half.Holds(Sign(keys)));
        Assert.Null(half.Signer);
        Assert.Throws<InvalidOperationException>(() => Sign(half));
        Assert.Contains("no private key", Assert.Throws<AuditKeysException>(() => AuditKeys.OpenOrCreate(Path.ChangeExtension(File, ".pub.pem"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_start_at_once_share_one_key()
    {
        var signers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            using var keys = AuditKeys.OpenOrCreate(File);
            return keys.Signer;
        })));

        Assert.Single(signers.Distinct());
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(File)!).Length);
    }

    [Fact]
    public void A_former_key_that_stands_below_is_trusted_still()
    {
        using var former = AuditKeys.OpenOrCreate(File);
        var signed = Sign(former);
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        System.IO.File.WriteAllText(File, fresh.ExportECPrivateKeyPem() + "\n" + System.IO.File.ReadAllText(File));

        using var keys = AuditKeys.OpenOrCreate(File);

        Assert.NotEqual(former.Signer, keys.Signer);
        Assert.True(keys.Holds(signed));
        Assert.True(keys.Holds(Sign(keys)));
        Assert.False(former.Holds(Sign(keys)));
    }

    [Fact]
    public void A_statement_that_was_changed_anywhere_is_not_held()
    {
        using var keys = AuditKeys.OpenOrCreate(File);
        var signed = Sign(keys);
        var said = signed.Said;

        Assert.All(
            (SignedCheckpoint[])[
                signed with { Said = said with { Campaign = "test-2021" } }, signed with { Said = said with { Number = 2 } }, signed with { Said = said with { Position = 8 } },
                signed with { Said = said with { Chain = said.Chain[..^1] + "0" } }, signed with { Said = said with { At = said.At + 1 } }, signed with { Said = said with { Key = "ab" } },
                signed with { Signature = "" }, signed with { Signature = "!" }, signed with { Signature = "AAAA" + signed.Signature[4..] },
            ],
            changed => Assert.False(keys.Holds(changed)));
    }

    [Fact]
    public void What_is_no_key_for_this_is_refused_with_the_file_s_name()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        foreach (var text in (string[])["", "no key", other.ExportPkcs8PrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem(), other.ExportEncryptedPkcs8PrivateKeyPem("secret", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000))])
        {
            System.IO.File.WriteAllText(File, text);
            Assert.Contains("audit-key.pem", Assert.Throws<AuditKeysException>(() => AuditKeys.OpenOrCreate(File)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("HUIMINCOORD_AUDIT_KEY", Assert.Throws<AuditKeysException>(() => AuditKeys.OpenOrCreate("/dev/null/audit-key.pem")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_can_read_is_noticed()
    {
        using var keys = AuditKeys.OpenOrCreate(File);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.Equal(!OperatingSystem.IsWindows(), AuditKeys.IsExposed(File));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SignedCheckpoint Sign(AuditKeys keys) => keys.Sign("test-2020", 1, 7, SealChain.First("test-2020"), DateTimeOffset.UnixEpoch.AddYears(50));
}

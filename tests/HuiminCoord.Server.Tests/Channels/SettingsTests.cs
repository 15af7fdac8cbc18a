using System.Net;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Settings;
using HuiminCoord.Server.Tests.Commands;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>What the operator says in the environment, and what a live server lets a seat set by it.</summary>
public sealed class SettingsTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("huimin-settings-").FullName;

    [Fact]
    public void Nothing_said_is_no_mail_and_nothing_inside()
    {
        var settings = ChannelSettings.From(_ => "");
        Assert.Equal((null, "联席会议办公室", null, false), (settings.Smtp, settings.Signature, settings.PublicUrl, settings.Allowed.HasLoopback));
    }

    [Theory]
    [InlineData("smtp.example.org", null, "smtp.example.org", 587, SmtpSecurity.StartTls)]
    [InlineData("smtp.example.org:465", null, "smtp.example.org", 465, SmtpSecurity.Tls)]
    [InlineData("smtp.example.org:465", "starttls", "smtp.example.org", 465, SmtpSecurity.StartTls)]
    [InlineData("[fd00::1]:25", "none", "fd00::1", 25, SmtpSecurity.None)]
    [InlineData("10.1.2.3:2525", "tls", "10.1.2.3", 2525, SmtpSecurity.Tls)]
    public void A_mail_server_is_a_host_a_port_and_an_encryption(string server, string? security, string host, int port, SmtpSecurity expected)
    {
        var smtp = From(("HUIMINCOORD_SMTP", server), ("HUIMINCOORD_SMTP_SECURITY", security), ("HUIMINCOORD_MAIL_FROM", "huimin@example.org")).Smtp!;
        Assert.Equal((host, port, expected, "example.org"), (smtp.Host, smtp.Port, smtp.Security, smtp.Domain));
    }

    [Fact]
    public void The_password_is_the_first_line_of_a_file_and_is_never_printed()
    {
        var file = Path.Combine(_folder, "password");
        File.WriteAllText(file, "canary-password\nsecond line\n");
        var settings = From(("HUIMINCOORD_SMTP", "smtp.example.org"), ("HUIMINCOORD_SMTP_USER", "huimin"), ("HUIMINCOORD_SMTP_PASSWORD_FILE", file), ("HUIMINCOORD_MAIL_FROM", "huimin@example.org"));
        Assert.Equal("canary-password", settings.Smtp!.Password);
        Assert.DoesNotContain("canary", $"{settings} {settings.Smtp}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HUIMINCOORD_MAIL_FROM=huimin@example.org", "no server is named")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org", "HUIMINCOORD_MAIL_FROM must name")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org HUIMINCOORD_MAIL_FROM=a,b@example.org", "HUIMINCOORD_MAIL_FROM must name")]
    [InlineData("HUIMINCOORD_SMTP=a:b:c HUIMINCOORD_MAIL_FROM=a@example.org", "names no host and port")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org:70000 HUIMINCOORD_MAIL_FROM=a@example.org", "names no host and port")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org HUIMINCOORD_SMTP_SECURITY=ssl HUIMINCOORD_MAIL_FROM=a@example.org", "use starttls, tls or none")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org HUIMINCOORD_SMTP_USER=a HUIMINCOORD_MAIL_FROM=a@example.org", "belong together")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org HUIMINCOORD_SMTP_USER=a HUIMINCOORD_SMTP_PASSWORD_FILE=x HUIMINCOORD_SMTP_SECURITY=none HUIMINCOORD_MAIL_FROM=a@example.org", "in the open")]
    [InlineData("HUIMINCOORD_SMTP=smtp.example.org HUIMINCOORD_SMTP_USER=a HUIMINCOORD_SMTP_PASSWORD_FILE=/nowhere/x HUIMINCOORD_MAIL_FROM=a@example.org", "HUIMINCOORD_SMTP_PASSWORD_FILE")]
    [InlineData("HUIMINCOORD_PUBLIC_URL=huimin.example.org", "HUIMINCOORD_PUBLIC_URL")]
    [InlineData("HUIMINCOORD_PUBLIC_URL=https://a.example.org/?x=1", "HUIMINCOORD_PUBLIC_URL")]
    [InlineData("HUIMINCOORD_SIGNATURE=一二三四五六七八九十一二三四五六七八九十一", "HUIMINCOORD_SIGNATURE")]
    [InlineData("HUIMINCOORD_CHANNEL_ALLOW=10.0.0.1", "is no network")]
    [InlineData("HUIMINCOORD_CHANNEL_ALLOW=10.0.0.0/8@0", "is no network")]
    [InlineData("HUIMINCOORD_CHANNEL_ALLOW=anything/8", "is no network")]
    public void What_cannot_be_used_is_refused_with_a_sentence(string said, string why)
    {
        var variables = said.Split(' ').Select(v => v.Split('=', 2)).Select(v => (v[0], (string?)v[1])).ToArray();
        Assert.Contains(why, Assert.Throws<CommandRefusedException>(() => From(variables)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_does_not_start_on_such_settings()
    {
        var (code, _, errors) = await ServerProcess.Run(_folder, new Dictionary<string, string> { ["HUIMINCOORD_MAIL_FROM"] = "huimin@example.org" }, "serve", "--live");
        Assert.Equal(1, code);
        Assert.Contains("no server is named", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://public.example.org/hook", null)]
    [InlineData("https://inside.example.org/hook", "channel.address-not-allowed")]
    [InlineData("https://[::ffff:10.0.0.1]/hook", "channel.address-not-allowed")]
    [InlineData("https://192.168.1.1/hook", "channel.address-not-allowed")]
    [InlineData("http://public.example.org/hook", "channel.https-needed")]
    [InlineData("http://listed.example.org/hook", null)]
    [InlineData("https://nobody.example.org/hook", "channel.name-not-found")]
    [InlineData("https://public.example.org/hook#x", "channel.address-malformed")]
    [InlineData("https://public.example.org/ho ok", "channel.address-malformed")]
    [InlineData("gopher://public.example.org/", "channel.address-malformed")]
    [InlineData("/hook", "channel.address-malformed")]
    public async Task A_live_server_lets_public_and_listed_addresses_be_set(string url, string? code)
    {
        var settings = From(("HUIMINCOORD_CHANNEL_ALLOW", "10.9.0.0/16"));
        var network = new OutsideNetwork(settings, CampaignClock.Live(new FakeTimeProvider()), (host, _) => Task.FromResult(host.Split('.')[0] switch
        {
            "public" => [IPAddress.Parse("1.1.1.1")],
            "inside" => [IPAddress.Parse("10.0.0.1"), IPAddress.IPv6Loopback],
            "listed" => [IPAddress.Parse("10.9.1.1")],
            _ => Array.Empty<IPAddress>(),
        }));

        var refusal = await new TargetRules(settings, network).OfWebhook(url, WebhookTemplate.Plain, "0123456789abcdef", Cancellation);

        Assert.Equal(code, refusal?.Code);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ChannelSettings From(params (string Name, string? Value)[] variables) =>
        ChannelSettings.From(name => variables.FirstOrDefault(v => v.Name == name).Value);
}

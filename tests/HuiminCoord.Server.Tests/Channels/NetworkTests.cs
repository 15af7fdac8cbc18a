using System.Net;
using System.Net.Sockets;
using HuiminCoord.Domain.Channels;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Tests;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.Extensions.Time.Testing;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>Where nothing goes: into somebody's own network, by whatever name, redirect or spelling.</summary>
public sealed class NetworkTests(PostgreSqlServer server) : ChannelTest(server)
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:0a00:0001::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public async Task An_address_that_is_no_public_one_is_never_connected_to(string address)
    {
        Assert.False(Addresses.IsPublic(IPAddress.Parse(address)));
        var network = Network(ChannelSettings.None, "inside.example.org", address);
        await Refused(() => network.Resolve("inside.example.org", 443, true, Cancellation), "address-not-allowed");
        await Refused(() => network.Connect($"[{address}]", 443, true, Cancellation), "address-not-allowed");
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:1.1.1.1")]
    public async Task A_public_address_may_be_reached_encrypted_and_not_otherwise(string address)
    {
        var network = Network(ChannelSettings.None, "outside.example.org", address);
        Assert.Equal([IPAddress.Parse(address)], await network.Resolve("outside.example.org", 443, true, Cancellation));
        await Refused(() => network.Resolve("outside.example.org", 80, false, Cancellation), "address-not-allowed");
    }

    [Fact]
    public async Task Of_several_addresses_only_permitted_ones_are_used()
    {
        var network = Network(ChannelSettings.None, "mixed.example.org", "10.0.0.1", "1.1.1.1", "::1");
        Assert.Equal([IPAddress.Parse("1.1.1.1")], await network.Resolve("mixed.example.org", 443, true, Cancellation));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_said_to_be_unknown()
    {
        await Refused(() => Network(ChannelSettings.None, "a.example.org").Resolve("a.example.org", 443, true, Cancellation), "name-not-found");
        await Refused(() => Network(ChannelSettings.None, "a.example.org", "1.1.1.1").Resolve("b.example.org", 443, true, Cancellation), "name-not-found");
    }

    [Fact]
    public async Task The_operator_opens_networks_and_single_ports()
    {
        var settings = ChannelSettings.None with { Allowed = NetworkList.Parse("10.1.0.0/16, 127.0.0.1/32@25,fd00::/8") };
        var network = Network(settings, "a.example.org", "10.1.9.9");
        Assert.Single(await network.Resolve("a.example.org", 80, false, Cancellation));
        Assert.Single(await network.Resolve("::ffff:10.1.9.9", 80, false, Cancellation));
        Assert.Single(await network.Resolve("127.0.0.1", 25, false, Cancellation));
        Assert.Single(await network.Resolve("fd00::7", 8080, false, Cancellation));
        await Refused(() => network.Resolve("127.0.0.1", 5080, false, Cancellation), "address-not-allowed");
        await Refused(() => network.Resolve("10.2.0.1", 443, true, Cancellation), "address-not-allowed");
    }

    [Fact]
    public async Task A_rehearsal_reaches_listed_addresses_of_this_machine_and_no_other()
    {
        var settings = ChannelSettings.None with { Allowed = NetworkList.Parse("127.0.0.0/8,10.0.0.0/8") };
        var clock = CampaignClock.Virtual(DateTimeOffset.UnixEpoch);
        var network = new OutsideNetwork(settings, clock, (_, _) => Task.FromResult(new[] { IPAddress.Parse("1.1.1.1") }));
        Assert.Single(await network.Resolve("127.0.0.1", 80, false, Cancellation));
        await Refused(() => network.Resolve("10.0.0.1", 80, false, Cancellation), "address-not-allowed");
        await Refused(() => network.Resolve("outside.example.org", 443, true, Cancellation), "address-not-allowed");
        Assert.False(new OutsideNetwork(ChannelSettings.None, clock, Dns.GetHostAddressesAsync).IsOpen);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_refused_wherever_it_leads(int status)
    {
        await using var inside = await HttpReceiver.Start();
        await using var outside = await HttpReceiver.Start();
        await using var world = new ChannelWorld(await NewDatabase(), ChannelWorld.Settings());
        await world.SetWebhook(outside.Url);
        outside.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = inside.Url.ToString();
            return Task.CompletedTask;
        };
        await world.Tell();

        await world.Pass();

        Assert.Equal((1, 0, "redirected"), (outside.Taken.Count, inside.Taken.Count, (await world.Channel(ChannelKind.Webhook)).LastError));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://rebound.example.org:{0}/")]
    public async Task A_webhook_into_this_machine_is_refused_when_it_is_sent_too(string url)
    {
        await using var inside = await HttpReceiver.Start();
        // As if it had been set while the name was public, or the network listed.
        await using var world = new ChannelWorld(await NewDatabase(), ChannelSettings.None, lookup: (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        await world.SetWebhook(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, url, inside.Url.Port)));
        await world.Tell();

        await world.Pass();

        Assert.Equal((0, "address-not-allowed"), (inside.Taken.Count, (await world.Channel(ChannelKind.Webhook)).LastError));
    }

    [Fact]
    public async Task A_mail_server_in_an_unlisted_network_is_refused_as_well()
    {
        await using var mail = new SmtpReceiver();
        var settings = ChannelWorld.Settings(mail) with { Allowed = NetworkList.Parse("127.0.0.1/32@1") };
        await using var world = new ChannelWorld(await NewDatabase(), settings);
        await world.SetMail();
        await world.Tell();

        await world.Pass();

        Assert.Equal((0, "address-not-allowed"), (mail.Sessions, (await world.Channel(ChannelKind.Mail)).LastError));
    }

    private static OutsideNetwork Network(ChannelSettings settings, string name, params string[] addresses) => new(
        settings, CampaignClock.Live(new FakeTimeProvider()),
        (host, _) => host == name ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()) : throw new SocketException((int)SocketError.HostNotFound));

    private static async Task Refused<T>(Func<Task<T>> reach, string why) =>
        Assert.Equal(why, (await Assert.ThrowsAsync<AttemptFailedException>(reach)).Attempt.Error);
}

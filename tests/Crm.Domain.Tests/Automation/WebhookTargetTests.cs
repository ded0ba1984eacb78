using System.Net;
using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Testing;

namespace Crm.Domain.Tests.Automation;

/// <summary>Where webhooks may go.</summary>
[Trait("Check", "XC-06")]
public sealed class WebhookTargetTests
{
    private static readonly WebhookOptions s_strict = new();

    [SkippableFact]
    public void Host_InEverySpelling_IsAllowedOnlyWhereItIsReachableFromEverywhere()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(TestData.Require("text/ssrf-hosts.json")));
        foreach (var entry in cases.RootElement.EnumerateArray())
        {
            var (host, isAllowed) = (entry.GetProperty("host").GetString()!, entry.GetProperty("allowed").GetBoolean());
            WebhookTarget.IsAllowedHost(host).Should().Be(isAllowed, host);
            var written = host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;
            (WebhookTarget.Problem($"https://{written}/hook", s_strict) is null).Should().Be(isAllowed, written);
            (WebhookTarget.Problem($"https://{written}:8443/hook?x=1", s_strict) is null).Should().Be(isAllowed, written);
        }
    }

    [Theory]
    [InlineData("https://example.org/hook", true)]
    [InlineData("https://example.org.", true)]
    [InlineData("https://8.8.8.8/hook", true)]
    [InlineData("https://münchen.example/hook", true)]
    [InlineData("http://example.org/hook", false)]
    [InlineData("ftp://example.org/hook", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//example.org/hook", false)]
    [InlineData("example.org", false)]
    [InlineData("", false)]
    [InlineData("https://", false)]
    [InlineData("https://user@example.org/", false)]
    [InlineData("https://user:pw@example.org/", false)]
    [InlineData("https://example.org\\@127.0.0.1/", false)]
    [InlineData("https://exa mple.org/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://LOCALHOST./", false)]
    [InlineData("https://db.localhost/", false)]
    [InlineData("https://printer.local/", false)]
    [InlineData("https://metadata.google.internal/", false)]
    [InlineData("https://intranet/", false)]
    [InlineData("https://127.0.0.1.:443/", false)]
    [InlineData("https://1.2.3.4.5/", false)]
    [InlineData("https://256.1.1.1/", false)]
    [InlineData("https://08.8.8.8/", false)]
    [InlineData("https://①②⑦.⓪.⓪.①/", false)]
    [InlineData("https://[::1%25eth0]/", false)]
    [InlineData("https://[fe80::1]/", false)]
    public void Target_IsHttps_WithoutUser_AndReachableFromEverywhere(string target, bool isAllowed) => (WebhookTarget.Problem(target, s_strict) is null).Should().Be(isAllowed);

    [Theory]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("https://[::1]:5000/", true)]
    [InlineData("http://example.org/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("ftp://localhost/", false)]
    public void Target_WhereLoopbackIsAllowed_IsThisMachineOrHttps(string target, bool isAllowed) =>
        (WebhookTarget.Problem(target, new WebhookOptions { AllowsLoopback = true }) is null).Should().Be(isAllowed);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.0", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.0.0.8", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Address_IsPublic_WhereItIsReachableFromEverywhere(string address, bool isPublic) => WebhookTarget.IsPublic(IPAddress.Parse(address)).Should().Be(isPublic);
}

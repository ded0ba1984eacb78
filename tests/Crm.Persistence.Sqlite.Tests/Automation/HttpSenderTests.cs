using System.Net;
using System.Net.Sockets;
using System.Text;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Sqlite.Tests.Automation;

/// <summary>What goes over the wire, and what does not.</summary>
[Trait("Check", "XC-06")]
public sealed class HttpSenderTests : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _got = [];
    private readonly Resolver _resolver = new();
    private ServiceProvider? _services;

    public HttpSenderTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    [Fact]
    public async Task Message_ArrivesWithItsHeaders_AtTheAddressThatWasLookedUp()
    {
        _resolver.Answers.Enqueue([IPAddress.Loopback]);
        var answering = AnswerAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        var answer = await Sender(allowsLoopback: true).SendAsync(Request($"http://hooks.example.org:{Port}/erp"), default);
        await answering;

        answer.Should().Be(new WebhookResponse(202));
        _got.Single().Should().StartWith("POST /erp HTTP/1.1").And.Contain($"Host: hooks.example.org:{Port}").And.Contain("webhook-id: msg_1").And.Contain("webhook-timestamp: 1780300800")
            .And.Contain("webhook-signature: v1,x v1,y").And.Contain("Content-Type: application/json; charset=utf-8").And.EndWith("""{"type":"x"}""");
        _resolver.Asked.Should().Equal("hooks.example.org");
    }

    [Fact]
    public async Task Name_WhoseAddressChangesToThisMachine_IsRefusedWithoutAConnection()
    {
        var sender = Sender(allowsLoopback: false);
        WebhookTarget.Problem("https://rebind.example.org/", new WebhookOptions()).Should().BeNull("the name tells nothing");
        foreach (var closed in new[] { "127.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.169.254", "10.0.0.1", "fd00:ec2::254" })
        {
            _resolver.Answers.Enqueue([IPAddress.Parse(closed)]);
            (await sender.SendAsync(Request($"http://rebind.example.org:{Port}/"), default)).Should().Be(new WebhookResponse(null, WebhookResponse.TargetRefused), closed);
        }

        _resolver.Answers.Enqueue([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]);
        (await sender.SendAsync(Request($"http://rebind.example.org:{Port}/"), default)).Error.Should().Be(WebhookResponse.TargetRefused, "one of its addresses is closed");
        _resolver.Answers.Enqueue([]);
        (await sender.SendAsync(Request($"http://rebind.example.org:{Port}/"), default)).Error.Should().Be(WebhookResponse.TargetRefused);
        (await sender.SendAsync(Request($"http://127.0.0.1:{Port}/"), default)).Error.Should().Be(WebhookResponse.TargetRefused);
        (await sender.SendAsync(Request($"http://[::1]:{Port}/"), default)).Error.Should().Be(WebhookResponse.TargetRefused);
        _listener.Pending().Should().BeFalse();
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        var answering = AnswerAsync($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{Port}/secret\r\nContent-Length: 0\r\n\r\n");
        (await Sender(allowsLoopback: true).SendAsync(Request($"http://127.0.0.1:{Port}/"), default)).Status.Should().Be(302);
        await answering;
        _listener.Pending().Should().BeFalse();
        _got.Should().ContainSingle();
    }

    [Fact]
    public async Task RetryAfter_IsRead_AndWhoDoesNotAnswerIsLeft()
    {
        var answering = AnswerAsync("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        (await Sender(allowsLoopback: true).SendAsync(Request($"http://127.0.0.1:{Port}/"), default)).Should().Be(new WebhookResponse(429) { RetryAfter = Duration.FromMinutes(2) });
        await answering;
        (await Sender(allowsLoopback: true, Duration.FromMilliseconds(50)).SendAsync(Request($"http://127.0.0.1:{Port}/"), default)).Should().Be(new WebhookResponse(null, "Timeout"));
    }

    [Fact]
    public async Task NobodyThere_IsAnAnswerToo()
    {
        var port = Port;
        _listener.Stop();
        var answer = await Sender(allowsLoopback: true).SendAsync(Request($"http://127.0.0.1:{port}/"), default);
        (answer.Status, answer.Error, answer.IsPassing).Should().Be((null, "ConnectionError", true));
    }

    private IWebhookSender Sender(bool allowsLoopback, Duration? timeout = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IWebhookResolver>(_resolver);
        services.AddDbContext<SpecificationContext>(o => o.UseSqlite("Data Source=:memory:"));
        services.AddCrm(o =>
        {
            o.Automation.Webhooks.AllowsLoopback = allowsLoopback;
            o.Automation.Webhooks.Timeout = timeout ?? Duration.FromMinutes(1);
        }).UseEntityFrameworkCore<SpecificationContext>();
        _services = services.BuildServiceProvider();
        return _services.GetRequiredService<IWebhookSender>();
    }

    private static WebhookRequest Request(string target) => new(new Uri(target), "msg_1", Instant.FromUtc(2026, 6, 1, 8, 0), "v1,x v1,y", """{"type":"x"}""");

    private async Task AnswerAsync(string answer)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var buffer = new byte[8192];
        var text = new StringBuilder();
        while (!text.ToString().EndsWith('}'))
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer)));
        }

        _got.Add(text.ToString());
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private sealed class Resolver : IWebhookResolver
    {
        public Queue<IReadOnlyList<IPAddress>> Answers { get; } = new();

        public List<string> Asked { get; } = [];

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked.Add(host);
            return Task.FromResult(Answers.Dequeue());
        }
    }
}

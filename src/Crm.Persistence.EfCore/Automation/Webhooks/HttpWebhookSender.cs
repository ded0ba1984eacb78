using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Crm.Domain.Automation;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>
/// Sends webhooks over HTTP: without redirects, proxy and cookies, to an address that it looked up and checked itself right before it
/// connects, so that a name that changes its address between check and use leads nowhere.
/// </summary>
internal sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private readonly AutomationOptions _options;
    private readonly IWebhookResolver _resolver;
    private readonly HttpClient _client;

    public HttpWebhookSender(AutomationOptions options, IWebhookResolver resolver)
    {
        (_options, _resolver) = (options, resolver);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                ConnectCallback = ConnectAsync,

                // An address that was right once is asked again after a while.
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            },
            disposeHandler: true) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Crm.Core", "1"));
    }

    public async Task<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(_options.Webhooks.Timeout.ToTimeSpan());
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Target) { Content = new StringContent(request.Body, Encoding.UTF8, "application/json") };
        message.Headers.Add(WebhookSignature.IdHeader, request.Id);
        message.Headers.Add(WebhookSignature.TimestampHeader, request.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        message.Headers.Add(WebhookSignature.SignatureHeader, request.Signatures);
        try
        {
            // What the target writes is of no use to anybody.
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timed.Token).ConfigureAwait(false);
            return new WebhookResponse((int)response.StatusCode) { RetryAfter = response.Headers.RetryAfter?.Delta is { } wait ? Duration.FromTimeSpan(wait) : null };
        }
        catch (HttpRequestException failed)
        {
            return new WebhookResponse(null, failed.InnerException is WebhookTargetException ? WebhookResponse.TargetRefused : failed.HttpRequestError.ToString());
        }
        catch (WebhookTargetException)
        {
            return new WebhookResponse(null, WebhookResponse.TargetRefused);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookResponse(null, "Timeout");
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var own) ? [own] : await _resolver.ResolveAsync(host, cancellationToken).ConfigureAwait(false);

        // One closed address among several is a trap too.
        if (addresses.Count == 0 || addresses.Any(a => !WebhookTarget.IsPublic(a) && !(_options.Webhooks.AllowsLoopback && IPAddress.IsLoopback(a))))
        {
            throw new WebhookTargetException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The target's address is not reachable from everywhere.</summary>
    private sealed class WebhookTargetException() : IOException("A webhook may not go to this address.");
}

using Crm.Domain.Automation;

namespace Crm.Persistence.Specification.Automation;

/// <summary>Another system, without a network.</summary>
public sealed class FakeTarget : IWebhookSender
{
    private readonly List<WebhookRequest> _requests = [];

    public IReadOnlyList<WebhookRequest> Requests
    {
        get { lock (_requests) { return [.. _requests]; } }
    }

    public Func<WebhookRequest, WebhookResponse> Answer { get; set; } = _ => new WebhookResponse(200);

    public Func<Task> Wait { get; set; } = () => Task.CompletedTask;

    public async Task<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        lock (_requests)
        {
            _requests.Add(request);
        }

        await Wait();
        return Answer(request);
    }
}

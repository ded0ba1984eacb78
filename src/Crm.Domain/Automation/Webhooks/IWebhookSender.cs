namespace Crm.Domain.Automation;

/// <summary>Sends messages to other systems. It follows no redirects and checks each address that it connects to.</summary>
public interface IWebhookSender
{
    /// <summary>Sends a message.</summary>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Cancels the try.</param>
    /// <returns>What came of it; a target that cannot be reached is an answer too, not an exception.</returns>
    Task<WebhookResponse> SendAsync(WebhookRequest request, CancellationToken cancellationToken);
}

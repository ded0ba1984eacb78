using Crm.Domain.Interactions;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>Keeps what would be sent, and answers as a test wants it.</summary>
internal sealed class RecordingSender(ChannelKey channel) : IMessageSender
{
    public List<MessageToSend> Sent { get; } = [];

    public Func<MessageToSend, SendOutcome>? Answer { get; set; }

    public ChannelKey Channel => channel;

    public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(Answer?.Invoke(message) ?? SendOutcome.Sent($"ref-{Sent.Count}"));
    }
}

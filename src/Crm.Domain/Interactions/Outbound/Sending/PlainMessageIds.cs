using Crm.Domain.Primitives;

namespace Crm.Domain.Interactions;

/// <summary>Message-IDs made of the message's own id.</summary>
internal sealed class PlainMessageIds(OutboundOptions options) : IMessageIdIssuer
{
    public string Issue(OutboundMessageId id, SubjectReference? about) => $"<{id}@{options.MessageIdDomain}>";
}

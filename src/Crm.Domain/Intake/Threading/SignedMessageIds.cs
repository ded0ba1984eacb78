using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;

namespace Crm.Domain.Intake;

/// <summary>Message-IDs of what we send: about a case they lead back to it, where the host gave a key; else they are made of the message's own id.</summary>
internal sealed class SignedMessageIds(MessageTokens tokens) : IMessageIdIssuer
{
    public string Issue(OutboundMessageId id, SubjectReference? about, string domain) => tokens.HasKey && about is { Kind: SubjectKinds.Case }
        ? tokens.NewMessageId(ServiceCaseId.From(about.Id), domain)
        : $"<{id}@{domain}>";
}

namespace Crm.Domain.Service;

/// <summary>What was written in a case and in those that were merged into it, each message once.</summary>
/// <param name="Id">The case that goes on: the one that was asked for, or the one it was merged into.</param>
/// <param name="Number">Its number.</param>
/// <param name="Messages">The messages, oldest first.</param>
public sealed record CaseConversation(ServiceCaseId Id, CaseNumber Number, IReadOnlyList<ConversationMessage> Messages);

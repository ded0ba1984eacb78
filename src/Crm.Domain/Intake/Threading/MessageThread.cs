using Crm.Domain.Service;

namespace Crm.Domain.Intake;

/// <summary>What a message says of the case that it belongs to.</summary>
/// <param name="SignedCase">The case of a message of ours that it answers, or of a reply address of ours that it was sent to.</param>
/// <param name="EarlierIds">Ids of earlier messages that it names, the nearest first.</param>
/// <param name="InSubject">Numbers of cases in its subject.</param>
/// <param name="InBody">Numbers in its text, where the host looks there.</param>
/// <param name="InAttachments">Numbers in attached texts, where the host looks there.</param>
internal sealed record MessageThread(
    ServiceCaseId? SignedCase, IReadOnlyList<string> EarlierIds, IReadOnlyList<CaseNumber> InSubject, IReadOnlyList<CaseNumber> InBody, IReadOnlyList<CaseNumber> InAttachments)
{
    public IEnumerable<CaseNumber> Numbers => InSubject.Concat(InBody).Concat(InAttachments);
}

using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>
/// Finds the case that a message belongs to. First what we signed, then numbers in the subject, then earlier messages that it names
/// where the host looks at those, then numbers in texts, then an earlier message with the same subject, and last what was just talked about.
/// </summary>
internal sealed class CaseFinder(IntakeOptions options, IntakeBatch batch, Instant now)
{
    public (CaseStanding? Case, RecordedContact? Earlier) Find(PreparedMessage message)
    {
        var named = message.Thread.EarlierIds.Select(i => batch.Earlier(message, i)).OfType<RecordedContact>().ToList();
        var earlier = named.Count == 0 ? null : named[0];
        if (batch.Cases is not { } cases)
        {
            return (null, earlier);
        }

        // On channels without subjects and headers, the service itself says what a message answers.
        var believesIds = options.SearchCaseReferenceIn.HasFlag(CaseReferencePlaces.Headers) || message.Channel.Address != ChannelAddress.Email;
        var thread = message.Thread;
        var found = Living(thread.SignedCase is { } signed ? cases.Find(signed) : null)
            ?? First(thread.InSubject)
            ?? (believesIds ? named.Select(CaseOf).FirstOrDefault(c => c is not null) : null)
            ?? First(thread.InBody)
            ?? First(thread.InAttachments)
            ?? named.Where(e => message.SubjectBase.Length > 0 && SubjectLine.Base(e.Subject) == message.SubjectBase).Select(CaseOf).FirstOrDefault(c => c is not null);
        return (found, earlier);

        CaseStanding? First(IReadOnlyList<CaseNumber> numbers) => numbers.Select(n => Living(cases.Find(n))).FirstOrDefault(c => c is not null);
    }

    /// <summary>The case of the conversation that a message continues by coming soon after it.</summary>
    public CaseStanding? Continued(PreparedMessage message, CustomerId customer) =>
        message.IsReport ? null : batch.Conversation(message, customer).Select(CaseOf).FirstOrDefault(c => c is not null);

    /// <summary>Whether a message goes into its case, or opens a new one.</summary>
    public bool TakesFollowUp(CaseStanding standing) => batch.Cases!.TakesFollowUp(standing, now);

    private CaseStanding? CaseOf(RecordedContact contact) => IntakeBatch.CasesOf(contact).Select(i => Living(batch.Cases?.Find(i))).FirstOrDefault(c => c is not null);

    private static CaseStanding? Living(CaseStanding? found) => found is { IsErased: false } ? found : null;
}

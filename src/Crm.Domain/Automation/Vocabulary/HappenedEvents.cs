using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Makes <see cref="IHappenedEvents"/>.</summary>
internal static class HappenedEvents
{
    public static IHappenedEvents Of(IAutomationEvents events, IEnumerable<IRuleSubject> subjects, CrmErrorDescriber errors) => new Reader(new RuleVocabulary(events, subjects, [], errors), errors);

    private sealed class Reader(RuleVocabulary vocabulary, CrmErrorDescriber errors) : IHappenedEvents
    {
        public bool Knows(string name) => vocabulary.Event(name) is not null;

        public bool LeadsToCustomer(string name) => vocabulary.Event(name) is { } known && vocabulary.KindsOf(known).Contains(SubjectKinds.Customer);

        public IReadOnlyList<CrmError> Check(string name, Criterion where, CriteriaMoment moment) => vocabulary.Event(name)!.Catalogue.Compile(where, moment, errors).Errors;

        public async Task<CustomerEvent?> ReadAsync(HappenedEvent happened, CriteriaMoment moment, CancellationToken cancellationToken)
        {
            if (vocabulary.Event(happened.Name) is not { } known)
            {
                return null;
            }

            using var payload = JsonDocument.Parse(happened.Payload);
            var question = new RuleQuestion(known, payload.RootElement, vocabulary, moment);
            if ((await question.RecordAsync(SubjectKinds.Customer, cancellationToken).ConfigureAwait(false))?.Subject is not { } customer)
            {
                return null;
            }

            var values = known.Read(payload.RootElement, moment);
            return new CustomerEvent(customer, where => known.Catalogue.Compile(where, moment, errors).TryGetValue(out var holds) && holds.Compile(preferInterpretation: true)(values));
        }
    }
}

using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Automation;

/// <summary>A process whose lead time is measured: from what begins it to the end of each of its steps, record by record.</summary>
/// <param name="Name">The name.</param>
/// <param name="RecordKind">The kind of record whose history tells; see <see cref="SubjectKinds"/>.</param>
/// <param name="Begins">What begins it; each time by itself.</param>
/// <param name="Steps">The steps.</param>
public sealed record LeadTimeProcess(string Name, string RecordKind, LeadTimeEvent Begins, IReadOnlyList<LeadTimeStep> Steps)
{
    /// <summary>Cases, from opening to the first answer and to the first solution; teams are queues.</summary>
    public static LeadTimeProcess Cases { get; } = new("case", SubjectKinds.Case, new("case-opened"), [
        new("firstAnswer", [new("case-replied")]), new("resolved", [new(LeadTimeEvent.CaseResolved), new(LeadTimeEvent.CaseClosed)])]);

    /// <summary>Every message of a customer about a case, up to the next answer; teams are queues.</summary>
    public static LeadTimeProcess CaseMessages { get; } = new("caseMessage", SubjectKinds.Case, new("case-message-received"), [new("answer", [new("case-replied")])]);

    /// <summary>Every contact that a customer began, up to the next one that goes out; teams are those of the customers.</summary>
    public static LeadTimeProcess Contacts { get; } = new("contact", SubjectKinds.Customer, new("interaction", Direction.Inbound), [new("answer", [new("interaction", Direction.Outbound)])]);

    /// <summary>Leads, from coming in to being given to somebody, being worked on, and becoming customers; teams are lead queues.</summary>
    public static LeadTimeProcess Leads { get; } = new("lead", SubjectKinds.Lead, new("lead-received"), [
        new("assigned", [new("lead-assigned")]), new("moved", [new("lead-moved"), new("lead-disqualified"), new("lead-converted")]), new("converted", [new("lead-converted")])]);

    /// <summary>Opportunities, from opening to the first move and to the outcome; teams are those of the opportunities.</summary>
    public static LeadTimeProcess Opportunities { get; } = new("opportunity", SubjectKinds.Opportunity, new("opportunity-opened"), [
        new("moved", [new("opportunity-moved"), new("opportunity-won"), new("opportunity-lost")]), new("closed", [new("opportunity-won"), new("opportunity-lost")]), new("won", [new("opportunity-won")])]);

    /// <summary>Quotes, from sending to the customer's answer.</summary>
    public static LeadTimeProcess Quotes { get; } = new("quote", SubjectKinds.Quote, new("quote-sent"), [new("answer", [new("quote-accepted"), new("quote-declined")])]);

    /// <summary>Orders, from placing to completion.</summary>
    public static LeadTimeProcess Orders { get; } = new("order", SubjectKinds.Order, new("order-placed"), [new("completed", [new("order-completed")])]);

    /// <summary>Rules, from the event to what was done about it, by the log of runs; teams are the rules.</summary>
    public static LeadTimeProcess Rules { get; } = new("rule", "rule", new("event"), [new("done", [new("done")])]);

    /// <summary>The processes that need no settings.</summary>
    public static IReadOnlyList<LeadTimeProcess> BuiltIn { get; } = [Cases, CaseMessages, Contacts, Leads, Opportunities, Quotes, Orders, Rules];
}

namespace Crm.Domain.Marketing;

/// <summary>
/// Journeys to begin with, as data: the steps, waits and decisions are meant to be changed, and the messages that they name
/// (<c>onboarding-welcome</c> and so on) are templates of messages that the host writes.
/// </summary>
public static class JourneyTemplates
{
    /// <summary>Whoever becomes a customer is welcomed, shown the first steps, and called when they do not buy.</summary>
    public static JourneyDefinition Onboarding { get; } = Read("""
        {
          "entry": { "by": "event", "event": "customers.customer-created" },
          "reentry": "never",
          "goal": { "event": "orders.order-placed", "within": "P60D" },
          "steps": [
            { "key": "welcome", "do": "sendMessage", "template": "onboarding-welcome", "next": "settle" },
            { "key": "settle", "wait": { "for": "P3D", "between": ["09:00", "18:00"], "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "next": "first-steps" },
            { "key": "first-steps", "do": "sendMessage", "template": "onboarding-first-steps", "next": "ordered" },
            { "key": "ordered", "await": "orders.order-placed", "within": "P14D", "yes": "buyer", "no": "call" },
            { "key": "buyer", "do": "addTag", "tag": "onboarded" },
            { "key": "call", "do": "createTask", "subject": "Ask the new customer how they are getting on", "inHours": 24 }
          ]
        }
        """);

    /// <summary>Whoever is added to the list <c>learners</c> gets three lessons, one each week on a weekday morning, and leaves the list at the end.</summary>
    public static JourneyDefinition Education { get; } = Read("""
        {
          "entry": { "by": "segment", "segment": "learners" },
          "reentry": "P365D",
          "steps": [
            { "key": "lesson-one", "do": "sendMessage", "template": "education-lesson-1", "next": "week-one" },
            { "key": "week-one", "wait": { "for": "P7D", "at": "09:00", "weekdays": ["tuesday", "wednesday", "thursday"] }, "next": "lesson-two" },
            { "key": "lesson-two", "do": "sendMessage", "template": "education-lesson-2", "next": "week-two" },
            { "key": "week-two", "wait": { "for": "P7D", "at": "09:00", "weekdays": ["tuesday", "wednesday", "thursday"] }, "next": "lesson-three" },
            { "key": "lesson-three", "do": "sendMessage", "template": "education-lesson-3", "next": "taught" },
            { "key": "taught", "do": "addTag", "tag": "taught", "next": "leave" },
            { "key": "leave", "do": "removeFromList", "list": "learners" }
          ]
        }
        """);

    /// <summary>Whose risk of leaving has risen is written to, and called when they do not come back; one in five is only watched, so that the effect on churn is measured.</summary>
    public static JourneyDefinition Retention { get; } = Read("""
        {
          "entry": { "by": "event", "event": "insights.churn-risk-raised" },
          "reentry": "P180D",
          "control": 0.2,
          "goal": { "event": "orders.order-placed", "within": "P90D" },
          "steps": [
            { "key": "morning", "wait": { "between": ["09:00", "17:00"], "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "next": "miss-you" },
            { "key": "miss-you", "do": "sendMessage", "template": "retention-miss-you", "next": "back" },
            { "key": "back", "await": "orders.order-placed", "within": "P10D", "yes": "kept", "no": "offer" },
            { "key": "offer", "do": "sendMessage", "template": "retention-offer", "next": "back-after-offer" },
            { "key": "back-after-offer", "await": "orders.order-placed", "within": "P14D", "yes": "kept", "no": "call" },
            { "key": "kept", "do": "addTag", "tag": "won back" },
            { "key": "call", "do": "createTask", "subject": "Call a customer who is about to leave", "inHours": 24, "priority": "high" }
          ]
        }
        """);

    /// <summary>Whose purchase is overdue is reminded once; one in five is only watched.</summary>
    public static JourneyDefinition Reminder { get; } = Read("""
        {
          "entry": { "by": "event", "event": "insights.purchase-overdue" },
          "reentry": "P90D",
          "control": 0.2,
          "goal": { "event": "orders.order-placed", "within": "P60D" },
          "steps": [
            { "key": "morning", "wait": { "between": ["09:00", "17:00"], "weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday"] }, "next": "remind" },
            { "key": "remind", "do": "sendMessage", "template": "retention-reminder", "next": "back" },
            { "key": "back", "await": "orders.order-placed", "within": "P21D", "no": "quiet" },
            { "key": "quiet", "do": "addTag", "tag": "overdue" }
          ]
        }
        """);

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, JourneyDefinition> All { get; } = new Dictionary<string, JourneyDefinition>(StringComparer.Ordinal)
    {
        ["onboarding"] = Onboarding, ["education"] = Education, ["retention"] = Retention, ["reminder"] = Reminder,
    };

    private static JourneyDefinition Read(string json) => JourneyDefinition.Parse(json).Value;
}

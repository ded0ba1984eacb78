namespace Crm.Domain.Interactions;

/// <summary>What participants answer, in the words of iCalendar.</summary>
internal static class CalendarAnswers
{
    public static string Text(Acceptance acceptance) => acceptance switch
    {
        Acceptance.Accepted => "ACCEPTED",
        Acceptance.Declined => "DECLINED",
        Acceptance.Tentative => "TENTATIVE",
        _ => "NEEDS-ACTION",
    };

    public static Acceptance? Read(string? text) => text?.ToUpperInvariant() switch
    {
        "ACCEPTED" => Acceptance.Accepted,
        "DECLINED" => Acceptance.Declined,
        "TENTATIVE" => Acceptance.Tentative,
        "NEEDS-ACTION" => Acceptance.None,
        _ => null,
    };
}

using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>Knows entries of public calendars that only announce that clocks change: nobody is closed for that.</summary>
internal static class DaylightSaving
{
    // As public feeds write them, folded: English, German, Italian, Spanish, Portuguese, French, Romanian, Swedish, Dutch, Danish and Norwegian.
    private static readonly string[] s_words =
    [
        "daylight saving", "summer time begins", "summer time ends", "summer time starts", "summertime", "clocks go", "clocks change",
        "sommerzeit", "winterzeit", "zeitumstellung",
        "ora legale", "ora solare",
        "horario de verano", "horario de invierno", "hora de verano", "hora de invierno", "cambio de hora",
        "horário de verão", "horário de inverno", "hora de verão", "hora de inverno",
        "heure d'été", "heure d’été", "heure d'hiver", "heure d’hiver", "changement d'heure", "changement d’heure",
        "ora de vară", "ora de iarnă", "orei de vară", "orei de iarnă",
        "sommartid", "vintertid", "normaltid",
        "zomertijd", "wintertijd", "sommertid",
    ];

    private static readonly string[] s_folded = [.. s_words.Select(w => FoldedText.Of(w))];

    public static bool IsAnnouncedBy(string? summary) => summary is not null && FoldedText.Of(summary) is var folded && s_folded.Any(w => folded.Contains(w, StringComparison.Ordinal));
}

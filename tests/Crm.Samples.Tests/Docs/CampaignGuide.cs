using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/campaigns.md.</summary>
internal static class CampaignGuide
{
    // docs: campaigns-settle
    public static void Settle(CrmOptions options)
    {
        options.Marketing.FrequencyCaps[Channels.Email] = new FrequencyCap { PerDay = 1, PerWeek = 3 };
        options.Marketing.TokenKey = "S2VlcCB0aGlzIGtleSBzZWNyZXQsIG5vdCBpbiB0aGUgY29kZS4=";
        options.Marketing.ConversionWindow = Duration.FromDays(14);
    }
    // docs: end

    // docs: campaigns-plan
    /// <summary>Two texts for a fifth of the audience, the better one for the rest, and nothing for a fifth of all. The caller saves.</summary>
    public static async Task<CrmResult<SavedCampaign>> PlanAsync(Campaigns campaigns, ICrmUnitOfWork unitOfWork)
    {
        var made = await campaigns.CreateAsync(new CampaignDraft("autumn", "Autumn sale", Channels.Email)
        {
            Segments = ["spenders"],
            ExcludedSegments = ["staff"],
            Variants = [new("A", "autumn-short"), new("B", "autumn-long")],
            Test = new CampaignTest(WinnerMetric.Click, Duration.FromHours(24), Share: .2m, Fallback: "A"),
            ControlShare = .2m,
            Window = new SendWindow(new LocalTime(9, 0), new LocalTime(18, 0)) { Days = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday] },
            Budget = new Money(500, Currency.Eur),
        });
        await unitOfWork.SaveAsync();
        return !made.Succeeded ? made : await campaigns.ScheduleAsync("autumn");
    }
    // docs: end

    // docs: campaigns-run
    /// <summary>What the hosted service does by itself: steps until nothing is left, and messages that are due.</summary>
    public static async Task RunAsync(CampaignRuns runs)
    {
        while ((await runs.AdvanceAsync()).Value > 0)
        {
        }

        while ((await runs.DispatchAsync()).Value > 0)
        {
        }
    }
    // docs: end

    // docs: campaigns-respond
    /// <summary>A page of the host's behind the link of a message, and a report of the mail provider's. The caller saves.</summary>
    public static async Task<CampaignResponseOutcome> TakeInAsync(CampaignResponses responses, string? optOutToken, CampaignRecipientId recipient, string providerEvent) => optOutToken is not null
        ? (await responses.OptOutAsync(optOutToken)).Value
        : (await responses.RecordAsync(new CampaignResponseDetails(recipient, CampaignResponseKind.BouncedHard, providerEvent) { Detail = "550 5.1.1 no such user" })).Value;
    // docs: end

    // docs: campaigns-measure
    public static async Task<string> MeasureAsync(CampaignReports reports)
    {
        var outcome = (await reports.OutcomeAsync("autumn")).Value;
        return outcome.Effect is not { } effect
            ? "nothing to compare with"
            : $"{effect.TreatedBuyers} of {effect.Treated} bought, {effect.ControlBuyers} of {effect.Control} without it; {(effect.Difference.IsSignificant ? "it changed something" : "chance explains that")}";
    }

    public static async Task<IReadOnlyList<string>> ReturnsAsync(CampaignReports reports, Instant from, Instant to)
    {
        var divided = (await reports.AttributionAsync(new AttributionQuestion(from, to) { Model = AttributionModel.Linear })).Value;
        return [.. divided.Rows.Select(r => $"{r.Campaign ?? "no campaign"}: {r.Revenue.Amount:0.00}")];
    }
    // docs: end
}

using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Orders;
using Crm.Samples.Console.Sales;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Campaigns;

/// <summary><c>crm campaign create|plan|schedule|pause|resume|cancel|cost</c>.</summary>
internal static class CampaignPlanCommands
{
    private const string VariantForm = "KEY=TEMPLATE[:WEIGHT]";

    private static readonly Argument<string> s_key = new("KEY") { Description = "The campaign's key." };
    private static readonly Option<string?> s_name = new("--name") { Description = "What people call it; the key when left out." };
    private static readonly Option<string> s_channel = new("--channel") { Description = "The channel; email by default.", DefaultValueFactory = _ => "email" };
    private static readonly Option<string?> s_purpose = new("--purpose") { Description = "The purpose; marketing when left out." };
    private static readonly Option<string[]> s_segments = new("--segment") { Description = "A segment of the audience; repeat it for more." };
    private static readonly Option<string[]> s_excluded = new("--exclude") { Description = "A segment that is left out; repeat it for more." };
    private static readonly Option<string[]> s_variants = new("--variant") { Description = $"What it sends: {VariantForm}; repeat it for more." };
    private static readonly Option<string?> s_control = new("--control") { Description = "The share of the control group, such as 0.1." };
    private static readonly Option<long?> s_seed = new("--seed") { Description = "Draws who is in which group; drawn from the campaign when left out." };
    private static readonly Option<string?> s_window = new("--window") { Description = "When messages go out by the recipient's clock, such as \"09:00-18:00 1,2,3,4,5\" (days from Monday)." };
    private static readonly Option<string?> s_metric = new("--metric") { Description = "Test the variants by open, click or conversion." };
    private static readonly Option<string> s_share = new("--test-share") { Description = "The share of the audience in the test; 0.2 by default.", DefaultValueFactory = _ => "0.2" };
    private static readonly Option<string> s_length = new("--test-for") { Description = "How long the test takes; 24h by default.", DefaultValueFactory = _ => "24h" };
    private static readonly Option<string?> s_fallback = new("--fallback") { Description = "What the rest gets without a winner; the first variant when left out." };
    private static readonly Option<string> s_confidence = new("--confidence") { Description = "How sure a winner must be; 0.95 by default.", DefaultValueFactory = _ => "0.95" };
    private static readonly Option<string?> s_budget = new("--budget") { Description = "What it may cost." };

    public static IEnumerable<Command> All => [Plan("create", "Make a campaign as a draft.", (c, d, t) => c.CreateAsync(d, t)), Plan("plan", "Plan a draft anew; what is left out is gone.", (c, d, t) => c.PlanAsync(d, t)),
        Schedule(), Act("pause", "Send nothing for a while.", (c, key, t) => c.PauseAsync(key, t)), Act("resume", "Let it go on.", (c, key, t) => c.ResumeAsync(key, t)),
        Act("cancel", "Call it off: whoever has no message yet gets none.", (c, key, t) => c.CancelAsync(key, t)), Cost()];

    private static Command Plan(string name, string description, Func<Domain.Marketing.Campaigns, CampaignDraft, CancellationToken, Task<CrmResult<SavedCampaign>>> plan) => new Command(name, description)
        .With(s_key, s_name, s_channel, s_purpose, s_segments, s_excluded, s_variants, s_control, s_seed, s_window, s_metric, s_share, s_length, s_fallback, s_confidence, s_budget, OrderTexts.Currency)
        .Does((run, token) =>
        {
            var draft = Draft(run);
            return SaveAsync(run, c => plan(c, draft, token), token);
        });

    private static Command Schedule()
    {
        var at = new Option<string?>("--at") { Description = "When it starts, as 2026-09-30T08:00:00Z; at once when left out." };
        return new Command("schedule", "Let it start.").With(s_key, at).Does((run, token) =>
        {
            var start = run.Get(at) is not { } text ? (Instant?)null
                : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var moment) ? moment : throw CommandFailure.Usage($"--at {text}: a moment such as 2026-09-30T08:00:00Z was expected.");
            return SaveAsync(run, c => c.ScheduleAsync(run.Get(s_key)!, start, token), token);
        });
    }

    private static Command Cost()
    {
        var name = new Argument<string>("NAME") { Description = "On what it was spent." };
        var amount = new Argument<string>("AMOUNT") { Description = "How much." };
        var on = new Option<string?>("--on") { Description = "When; today when left out.", HelpName = "DAY" };
        var number = new Argument<int>("NUMBER") { Description = "The cost's number." };
        return new Command("cost", "Keep what was spent.").With(
            new Command("add", "Note what was spent.").With(s_key, name, amount, on, OrderTexts.Currency).Does((run, token) =>
            {
                var money = new Money(OrderTexts.Number("AMOUNT", run.Get(amount)!), OrderTexts.CurrencyOf(run));
                var day = OrderTexts.Day(run, on);
                return run.WithCrmAsync(
                    async session =>
                    {
                        var saved = await session.Get<Domain.Marketing.Campaigns>().AddCostAsync(run.Get(s_key)!, run.Get(name)!, money, day ?? session.Now.InUtc().Date, token).OrFail();
                        await session.SaveAsync(token);
                        Write(run, saved);
                    },
                    token);
            }),
            new Command("remove", "Take a cost back that was none.").With(s_key, number).Does((run, token) => SaveAsync(run, c => c.RemoveCostAsync(run.Get(s_key)!, run.Get(number), token), token)));
    }

    private static Command Act(string name, string description, Func<Domain.Marketing.Campaigns, string, CancellationToken, Task<CrmResult<SavedCampaign>>> act) =>
        new Command(name, description).With(s_key).Does((run, token) => SaveAsync(run, c => act(c, run.Get(s_key)!, token), token));

    private static CampaignDraft Draft(Run run)
    {
        var variants = (run.Get(s_variants) ?? []).Select(Variant).ToList();
        SendWindow? window = null;
        if (run.Get(s_window) is { } text && !SendWindow.TryParse(text, out window))
        {
            throw CommandFailure.Usage($"--window {text}: a window such as \"09:00-18:00 1,2,3,4,5\" was expected.");
        }

        return new CampaignDraft(run.Get(s_key)!, run.Get(s_name) ?? run.Get(s_key)!, Key("--channel", run.Get(s_channel)!, t => new ChannelKey(t)))
        {
            Purpose = run.Get(s_purpose) is { } purpose ? Key("--purpose", purpose, t => new PurposeKey(t)) : null,
            Segments = run.Get(s_segments) ?? [], ExcludedSegments = run.Get(s_excluded) ?? [], Variants = variants, Seed = run.Get(s_seed),
            ControlShare = run.Get(s_control) is { } control ? OrderTexts.Number("--control", control) : 0, Window = window ?? SendWindow.Always,
            Budget = run.Get(s_budget) is { } budget ? new Money(OrderTexts.Number("--budget", budget), OrderTexts.CurrencyOf(run)) : null,
            Test = run.Get(s_metric) is not { } metric ? null
                : new CampaignTest(SalesTexts.Choice<WinnerMetric>(metric, "--metric"), DurationText.Parse(run.Get(s_length)!, "--test-for"), OrderTexts.Number("--test-share", run.Get(s_share)!), run.Get(s_fallback) ?? variants.FirstOrDefault()?.Key ?? "")
                {
                    Confidence = OrderTexts.Number("--confidence", run.Get(s_confidence)!),
                },
        };
    }

    private static CampaignVariantDraft Variant(string text)
    {
        if (text.Split('=', 2) is [var key, var rest] && rest.Split(':', 2) is var parts && (parts.Length == 1 || int.TryParse(parts[1], out _)))
        {
            return new(key, parts[0], parts.Length == 1 ? 1 : int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        throw CommandFailure.Usage($"--variant {text}: {VariantForm} was expected.");
    }

    private static T Key<T>(string option, string text, Func<string, T> make)
    {
        try
        {
            return make(text);
        }
        catch (ArgumentException invalid)
        {
            throw CommandFailure.Usage($"{option} {text}: {invalid.Message}");
        }
    }

    private static Task SaveAsync(Run run, Func<Domain.Marketing.Campaigns, Task<CrmResult<SavedCampaign>>> act, CancellationToken token) => run.WithCrmAsync(
        async session =>
        {
            var saved = await act(session.Get<Domain.Marketing.Campaigns>()).OrFail();
            await session.SaveAsync(token);
            Write(run, saved);
        },
        token);

    private static void Write(Run run, SavedCampaign saved) =>
        run.Output.Write(new { saved.Id, saved.Key, saved.Status }, report => report.Fields(("Campaign", saved.Key), ("Status", saved.Status)));
}

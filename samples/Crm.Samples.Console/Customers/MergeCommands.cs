using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Customers;

/// <summary><c>crm customer merge|unmerge</c>.</summary>
internal static class MergeCommands
{
    private static readonly Dictionary<string, SurvivorshipRule> s_rules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["survivor"] = SurvivorshipRule.Survivor, ["newest"] = SurvivorshipRule.Newest, ["longest"] = SurvivorshipRule.Longest, ["most-complete"] = SurvivorshipRule.MostComplete,
    };

    private static readonly Dictionary<string, MergeSide> s_sides = new(StringComparer.OrdinalIgnoreCase)
    {
        ["survivor"] = MergeSide.Survivor, ["absorbed"] = MergeSide.Absorbed,
    };

    public static Command Merge()
    {
        var survivor = new Argument<string>("SURVIVOR") { Description = CustomerLookup.Keys };
        var absorbed = new Argument<string>("ABSORBED") { Description = "Who goes into the survivor; a key likewise." };
        var rule = new Option<string[]>("--rule") { Description = "survivor, newest, longest or most-complete; or FIELD=RULE for one field.", AllowMultipleArgumentsPerToken = true };
        var take = new Option<string[]>("--take") { Description = "FIELD=survivor or FIELD=absorbed: whose value of a field stays.", AllowMultipleArgumentsPerToken = true };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would be done, and change nothing." };
        return new Command("merge", "Make one customer of two.").With(survivor, absorbed, rule, take, dry).Does((run, token) =>
        {
            var options = Options(run.Get(rule) ?? [], run.Get(take) ?? []);
            return run.WithCrmAsync(
                async session =>
                {
                    var merger = session.Get<CustomerMerger>();
                    var (first, second) = (await IdAsync(session, run.Get(survivor), token), await IdAsync(session, run.Get(absorbed), token));
                    var plan = await (run.Get(dry) ? merger.PlanAsync(first, second, options, token) : merger.MergeAsync(first, second, options, token)).OrFail();
                    Write(run.Output, plan);
                },
                token);
        });
    }

    public static Command Unmerge()
    {
        var key = new Argument<string>("KEY") { Description = "The merge, as customer merge printed it, or the id of the absorbed customer." };
        var dry = new Option<bool>("--dry-run") { Description = "Say which merge would be undone, and change nothing." };
        return new Command("unmerge", "Make two customers of one that was merged.").With(key, dry).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var merger = session.Get<CustomerMerger>();
                var text = run.Get(key);
                var merge = CustomerId.TryParse(text, null, out var id)
                    ? (await merger.HistoryAsync(id, token)).FirstOrDefault(m => m.AbsorbedId == id && m.UndoneAt is null)?.Id ?? MergeId.From(id.Value)
                    : throw CommandFailure.Refused([session.Errors.MergeNotFound(text)]);
                var restored = run.Get(dry) ? null : await merger.UnmergeAsync(merge, token).OrFail();
                run.Output.Write(
                    new { Merge = merge, Restored = restored },
                    report => report.Fields([("Merge", merge), ("Restored", restored is null ? "nothing yet" : $"{restored.DisplayName} ({restored.Id})")]));
            },
            token));
    }

    private static void Write(CommandOutput output, MergePlan plan) => output.Write(
        new
        {
            Merge = plan.Id,
            plan.Survivor,
            plan.Absorbed,
            Fields = plan.Fields.Select(f => new { f.Field, f.Value, f.Origin, f.Rule, f.Survivor, f.Absorbed }),
            plan.Items,
            plan.Rows,
        },
        report => report
            .Heading(plan.Id is null ? $"{plan.Absorbed.DisplayName} would go into {plan.Survivor.DisplayName}" : $"{plan.Absorbed.DisplayName} went into {plan.Survivor.DisplayName}")
            .Fields([("Merge", plan.Id?.ToString() ?? "a dry run")])
            .Table(["Field", "Value", "From", "Rule"], plan.Fields.Select(f => new object?[] { f.Field, f.Value, f.Origin, f.Rule }))
            .Table(["United", "Value", "From"], plan.Items.Select(i => new object?[] { i.Kind, i.Value, i.Origin }))
            .Table(["Table", "Field", "Moved", "Dropped"], plan.Rows.Select(r => new object?[] { r.Table, r.Field, r.Moved, r.Dropped })));

    private static MergeOptions Options(IReadOnlyList<string> rules, IReadOnlyList<string> choices)
    {
        var fields = rules.Where(r => r.Contains('=', StringComparison.Ordinal)).Select(r => r.Split('=', 2)).ToDictionary(r => r[0], r => r[1].OneOf("--rule", s_rules), StringComparer.Ordinal);
        return new MergeOptions
        {
            Rule = rules.LastOrDefault(r => !r.Contains('=', StringComparison.Ordinal))?.OneOf("--rule", s_rules) ?? SurvivorshipRule.Survivor,
            Rules = fields,
            Choices = choices.Select(c => c.Split('=', 2)).ToDictionary(
                c => c[0], c => c.Length == 2 ? c[1].OneOf("--take", s_sides) : throw CommandFailure.Usage($"--take {c[0]}: say FIELD=survivor or FIELD=absorbed."), StringComparer.Ordinal),
        };
    }

    // An id stands for itself, so that a merge of an absorbed customer is refused and not turned into one of its survivor.
    private static async Task<CustomerId> IdAsync(Hosting.CrmSession session, string key, CancellationToken cancellationToken) =>
        CustomerId.TryParse(key, null, out var id) ? id : (await session.CustomerAsync(key, cancellationToken)).Id;
}

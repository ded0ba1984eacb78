using Crm.Domain.Service;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Service.Levels;

/// <summary>Policies as they are printed.</summary>
internal static class PolicyRows
{
    public static void Print(Run run, SlaPolicy policy) => run.Output.Write(
        new
        {
            policy.Id, policy.Name, policy.Position, policy.IsDefault, policy.IsActive, Condition = policy.Condition is null ? null : (object)LevelFiles.Json(policy.Condition), policy.ValidFrom, policy.ValidUntil,
            VersionId = policy.Current.Id, policy.Current.Number, Terms = LevelFiles.Json(policy.Current.Definition),
            Versions = policy.Versions.OrderBy(v => v.Number).Select(v => new { v.Id, v.Number, v.At, By = v.ActorId }), policy.Version,
        },
        report => report.Heading(policy.Name).Fields(
        [
            ("Id", policy.Id), ("Place", policy.IsDefault ? "last: the default one" : policy.Position), ("State", policy.IsActive ? "active" : "retired"), ("Condition", policy.Condition),
            ("Valid", $"{policy.ValidFrom?.ToString() ?? "ever"} to {policy.ValidUntil?.ToString() ?? "ever"}"), ("Version", policy.Current.Number), ("Calendar", policy.Current.Terms.CalendarKey),
        ]).Line().Table(
            ["Priority", "First response", "Next response", "Resolution"],
            policy.Current.Terms.Promises.Select(p => new object?[] { p.Key, p.Value.FirstResponse, p.Value.NextResponse, p.Value.Resolution })));

    public static void Print(Run run, IReadOnlyList<SlaPolicyEntry> policies) => run.Output.Write(
        new { Policies = policies.Select(p => new { p.Id, p.Name, p.Position, p.IsDefault, p.IsActive, p.ValidFrom, p.ValidUntil, p.VersionId }) },
        report => report.Table(
            ["Policy", "Default", "Active", "Valid from", "Valid until"],
            policies.Select(p => new object?[] { p.Name, p.IsDefault ? "yes" : null, p.IsActive ? "yes" : "no", p.ValidFrom, p.ValidUntil })));

    public static void Print(Run run, ServiceCase about, ServiceLevelChoice choice) => run.Output.Write(
        new
        {
            Case = about.Number.Value,
            Policy = choice.Level?.PolicyName,
            choice.Level?.Key.PolicyVersionId,
            choice.Level?.Key.CalendarVersionId,
            Priority = choice.Level?.Key.Priority,
            FirstResponse = choice.Level?.Terms.FirstResponse?.ToString(),
            NextResponse = choice.Level?.Terms.NextResponse?.ToString(),
            Resolution = choice.Level?.Terms.Resolution?.ToString(),
            Tried = choice.Tried.Select(t => new { Policy = t.Name, t.Verdict, Conditions = t.Conditions.Select(c => new { c.Path, c.Field, c.Operator, c.Holds }) }),
        },
        report => report.Heading($"{about.Number}: {choice.Level?.PolicyName ?? "no policy"}").Table(
            ["Policy", "Verdict", "What did not hold"],
            choice.Tried.Select(t => new object?[] { t.Name, t.Verdict, string.Join(", ", t.Conditions.Where(c => !c.Holds).Select(c => $"{c.Field} {c.Operator}")) })));
}

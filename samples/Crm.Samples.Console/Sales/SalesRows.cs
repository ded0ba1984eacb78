using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary>How pipelines and opportunities are printed.</summary>
internal static class SalesRows
{
    public static readonly IReadOnlyList<string> DealColumns = ["Id", "Deal", "Stage", "State", "Amount", "Probability", "Closes", "Owner", "In stage since"];

    public static object Row(OpportunitySummary o) => new
    {
        o.Id, o.Name, o.CustomerId, o.PipelineId, o.Stage, State = o.Category, o.Amount, o.Probability, o.CloseDate, Owner = o.OwnerId, o.OpenedAt, o.StageSince, o.ClosedAt,
    };

    public static object?[] Cells(OpportunitySummary o) => [o.Id, o.Name, o.Stage, o.Category, o.Amount, o.Probability, o.CloseDate, o.OwnerId, o.StageSince];

    public static void Print(Run run, Opportunity deal) => run.Output.Write(
        new
        {
            deal.Id,
            deal.Name,
            deal.CustomerId,
            deal.PipelineId,
            deal.Stage,
            State = deal.Category,
            deal.FurthestStage,
            deal.TerritoryId,
            deal.Amount,
            deal.BaseAmount,
            deal.Probability,
            deal.ManualProbability,
            Category = deal.ForecastCategory,
            deal.CloseDate,
            Owner = deal.OwnerId,
            Team = deal.TeamId,
            deal.Source,
            deal.Description,
            deal.NextStep,
            deal.NextStepDue,
            deal.OpenedAt,
            deal.StageSince,
            deal.ClosedAt,
            deal.LossReason,
            deal.LossText,
            Contacts = deal.Contacts.Select(c => new { Person = c.PersonId, c.Role, c.Note }),
            Competitors = deal.Competitors.Select(c => new { c.Name, c.Note }),
            Stages = deal.Visits.Select(v => new { v.Stage, v.EnteredAt, v.LeftAt, v.Seconds }),
            Log = deal.Log.Select(e => new { e.At, e.Until, e.Stage, State = e.Category, e.Amount, e.Probability, e.CloseDate, Category = e.ForecastCategory, Owner = e.OwnerId }),
            deal.Version,
        },
        report => report.Heading(deal.Name)
            .Fields(
                ("Id", deal.Id), ("Customer", deal.CustomerId), ("State", deal.Category), ("Stage", deal.Stage), ("Amount", deal.Amount), ("Probability", deal.Probability), ("Counted as", deal.ForecastCategory),
                ("Closes", deal.CloseDate), ("Owner", deal.OwnerId), ("Next step", deal.NextStep), ("Closed", deal.ClosedAt), ("Lost for", deal.LossText ?? deal.LossReason))
            .Table(["Stage", "Entered", "Left"], deal.Visits.Select(v => new object?[] { v.Stage, v.EnteredAt, v.LeftAt })));

    public static void Print(Run run, Pipeline pipeline) => run.Output.Write(Document(pipeline), report => report.Heading(pipeline.Name)
        .Fields(("Id", pipeline.Id), ("Default", pipeline.IsDefault ? "yes" : "no"), ("Archived", pipeline.IsArchived ? "yes" : "no"))
        .Table(
            ["Stage", "Name", "State", "Probability", "Counted as", "Requires", "Rots after", "Retired"],
            pipeline.Stages.Select(s => new object?[] { s.Key, s.Name, s.Category, s.Probability, s.ForecastCategory, s.RequiredText, s.MaxAge, s.IsRetired ? "yes" : null })));

    public static object Document(Pipeline pipeline) => new
    {
        pipeline.Id, pipeline.Name, pipeline.IsDefault, pipeline.IsArchived,
        Stages = pipeline.Stages.Select(s => new
        {
            s.Key, s.Name, State = s.Category, s.Probability, Category = s.ForecastCategory, s.Required, s.Condition, MaxAgeDays = s.MaxAge?.TotalDays, s.IsRetired,
        }),
        pipeline.Version,
    };
}

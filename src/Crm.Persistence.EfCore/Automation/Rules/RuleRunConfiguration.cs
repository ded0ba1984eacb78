using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class RuleRunConfiguration(CrmModel model) : IEntityTypeConfiguration<RuleRun>
{
    public const string Table = "rule_runs";

    // One id of 32 characters for each rule of the chain, joined by commas.
    public const int MaxChainLength = 33 * RuleChain.MaxDepth;

    public void Configure(EntityTypeBuilder<RuleRun> builder)
    {
        builder.Ignore(r => r.Took);
        builder.Property(r => r.Outcomes)
            .HasConversion(
                outcomes => JsonSerializer.Serialize(outcomes, EventJson.Options),
                text => JsonSerializer.Deserialize<IReadOnlyList<RuleActionOutcome>>(text, EventJson.Options)!,
                new ValueComparer<IReadOnlyList<RuleActionOutcome>>((a, b) => a!.SequenceEqual(b!), a => a.Count, a => a))
            .Metadata.SetMaxLength(null);
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(r => new { r.EventId, r.RuleId }).HasName(model.Name("pk_rule_runs"));
        builder.Property(r => r.RuleKey).HasMaxLength(AutomationRule.MaxKeyLength);
        builder.Property(r => r.EventName).HasMaxLength(AutomationRuleConfiguration.MaxEventNameLength);
        builder.Property(r => r.Reason).HasMaxLength(RuleRun.MaxReasonLength);
        builder.Property(r => r.Error).HasMaxLength(RuleRun.MaxErrorLength);
        builder.Property(r => r.Chain).HasMaxLength(MaxChainLength);
        builder.CrmIndex(model, "ix_rule_runs_rule", false, nameof(RuleRun.RuleKey), nameof(RuleRun.EventAt), nameof(RuleRun.EventId));
        builder.CrmIndex(model, "ix_rule_runs_at", false, nameof(RuleRun.EventAt), nameof(RuleRun.EventId));
        builder.CrmIndex(model, "ix_rule_runs_status", false, nameof(RuleRun.Status), nameof(RuleRun.EventAt), nameof(RuleRun.EventId));
        builder.HasIndex(r => r.DueAt).HasDatabaseName(model.Name("ix_rule_runs_due")).HasFilter("\"DueAt\" is not null");
    }
}

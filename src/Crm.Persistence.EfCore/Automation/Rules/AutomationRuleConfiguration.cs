using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class AutomationRuleConfiguration(CrmModel model) : IEntityTypeConfiguration<AutomationRule>
{
    public const string Table = "rules";
    public const int MaxEventNameLength = 100;

    public void Configure(EntityTypeBuilder<AutomationRule> builder)
    {
        builder.Aggregate<AutomationRule, AutomationRuleId>(model, Table);
        builder.Property(r => r.Key).HasMaxLength(AutomationRule.MaxKeyLength);
        builder.Property(r => r.Name).HasMaxLength(AutomationRule.MaxNameLength);
        builder.Property(r => r.EventName).HasMaxLength(MaxEventNameLength);
        builder.LongText(r => r.Definition);
        builder.HasParts(model, r => r.Versions, Table, AutomationRuleVersionConfiguration.Table, AutomationRuleVersionConfiguration.Root);
        builder.CrmIndex(model, "ux_rules_key", true, nameof(AutomationRule.Key));
        builder.CrmIndex(model, "ix_rules_event", false, nameof(AutomationRule.EventName), nameof(AutomationRule.Position), nameof(AutomationRule.Key));
    }
}

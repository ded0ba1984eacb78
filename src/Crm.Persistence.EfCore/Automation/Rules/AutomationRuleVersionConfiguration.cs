using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class AutomationRuleVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<AutomationRuleVersion>
{
    public const string Table = "rule_versions";
    public const string Root = "RuleId";

    public void Configure(EntityTypeBuilder<AutomationRuleVersion> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<AutomationRuleId>(Root).HasConversion<IdConverter<AutomationRuleId>>();
        builder.HasKey(Root, nameof(AutomationRuleVersion.Revision)).HasName(model.Name("pk_rule_versions"));
        builder.Property(v => v.Revision).ValueGeneratedNever();
        builder.LongText(v => v.Definition);
    }
}

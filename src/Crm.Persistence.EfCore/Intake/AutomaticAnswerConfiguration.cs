using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Intake;

internal sealed class AutomaticAnswerConfiguration(CrmModel model) : IEntityTypeConfiguration<AutomaticAnswerRow>
{
    public const string Table = "automatic_answers";

    public void Configure(EntityTypeBuilder<AutomaticAnswerRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(a => a.Id).HasName(model.Name("pk_automatic_answers"));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Recipient).HasMaxLength(64);
        builder.PointsAtCustomer(nameof(AutomaticAnswerRow.CustomerId));
        builder.CrmIndex(model, "ix_automatic_answers_recipient", false, nameof(AutomaticAnswerRow.Recipient), nameof(AutomaticAnswerRow.At));
        builder.CrmIndex(model, "ix_automatic_answers_case", false, nameof(AutomaticAnswerRow.CaseId), nameof(AutomaticAnswerRow.At)).HasFilter("\"CaseId\" is not null");
        builder.CrmIndex(model, "ix_automatic_answers_at", false, nameof(AutomaticAnswerRow.At));
        builder.HasIndex(a => a.CustomerId).HasDatabaseName(model.Name("ix_automatic_answers_customer"));
    }
}

using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class RelatedCaseConfiguration(CrmModel model) : IEntityTypeConfiguration<RelatedCase>
{
    public const string Table = "case_relations";

    public void Configure(EntityTypeBuilder<RelatedCase> builder)
    {
        builder.Part(model, Table, "CaseId");
        builder.Property<ServiceCaseId>("CaseId").HasConversion<IdConverter<ServiceCaseId>>();
        builder.HasKey("CaseId", nameof(RelatedCase.OtherId)).HasName(model.Name("pk_case_relations"));

        // The other side of a relation goes with the case that is deleted.
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(r => r.OtherId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_case_relations_others"));
        builder.HasIndex(r => r.OtherId).HasDatabaseName(model.Name("ix_case_relations_other"));
    }
}

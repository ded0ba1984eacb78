using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class RecordShareConfiguration(CrmModel model) : IEntityTypeConfiguration<RecordShare>
{
    public const string Table = "record_shares";
    public const string Root = "ShareId";

    public void Configure(EntityTypeBuilder<RecordShare> builder)
    {
        builder.Aggregate<RecordShare, RecordShareId>(model, Table);
        builder.Ignore(s => s.Subject);
        builder.Property(s => s.SubjectKind).HasMaxLength(32);
        builder.Property(s => s.SharedBy).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_record_shares_partners"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_record_shares_customers"));
        builder.PointsAtCustomer(nameof(RecordShare.CustomerId));
        builder.PointsAtSubject(nameof(RecordShare.SubjectKind), nameof(RecordShare.SubjectId));
        builder.HasParts(model, s => s.Comments, Table, ShareCommentConfiguration.Table, Root);
        builder.HasIndex(s => s.PartnerId).HasDatabaseName(model.Name("ix_record_shares_partner_key"));
        builder.HasIndex(s => s.CustomerId).HasDatabaseName(model.Name("ix_record_shares_customer"));
        builder.CrmIndex(model, "ix_record_shares_partner", false, nameof(RecordShare.PartnerId), nameof(RecordShare.From), nameof(RecordShare.Id));
        builder.CrmIndex(model, "ix_record_shares_subject", false, nameof(RecordShare.SubjectId), nameof(RecordShare.SubjectKind), nameof(RecordShare.PartnerId));
    }
}

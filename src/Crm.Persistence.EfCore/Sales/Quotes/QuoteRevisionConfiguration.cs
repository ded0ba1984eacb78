using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class QuoteRevisionConfiguration(CrmModel model) : IEntityTypeConfiguration<QuoteRevision>
{
    public const string Table = "quote_revisions";

    public void Configure(EntityTypeBuilder<QuoteRevision> builder)
    {
        builder.Part(model, Table, "QuoteId");
        builder.Property<QuoteId>("QuoteId").HasConversion<IdConverter<QuoteId>>();
        builder.HasKey("QuoteId", nameof(QuoteRevision.Number)).HasName(model.Name("pk_quote_revisions"));
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Title).HasMaxLength(200);
        builder.Property(r => r.Conditions).HasMaxLength(4_000);
        builder.Money(model, r => r.Net, "Net");
        builder.Money(model, r => r.Tax, "Tax");
        builder.Money(model, r => r.Total, "Total");
    }
}

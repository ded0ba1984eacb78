using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class LeadOfferTests(SqliteFixture fixture) : LeadOfferSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

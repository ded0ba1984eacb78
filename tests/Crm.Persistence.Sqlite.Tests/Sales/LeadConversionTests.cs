using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class LeadConversionTests(SqliteFixture fixture) : LeadConversionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Sales;

namespace Crm.Persistence.Sqlite.Tests.Sales;

public sealed class OpportunityTests(SqliteFixture fixture) : OpportunitySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Intake;

namespace Crm.Persistence.Sqlite.Tests.Intake;

public sealed class RedeliveryTests(SqliteFixture fixture) : RedeliverySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class ConsentTests(SqliteFixture fixture) : ConsentSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class ConsentMergingTests(SqliteFixture fixture) : ConsentMergingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

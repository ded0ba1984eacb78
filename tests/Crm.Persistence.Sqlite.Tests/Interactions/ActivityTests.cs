using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class ActivityTests(SqliteFixture fixture) : ActivitySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

using Crm.Persistence.Specification.Access;

namespace Crm.Persistence.Sqlite.Tests.Access;

public sealed class FieldRightsTests(SqliteFixture fixture) : FieldRightsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;

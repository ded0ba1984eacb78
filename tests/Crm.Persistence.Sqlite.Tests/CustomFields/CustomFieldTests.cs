using Crm.Persistence.Specification.CustomFields;

namespace Crm.Persistence.Sqlite.Tests.CustomFields;

public sealed class CustomFieldTests(SqliteFixture fixture) : CustomFieldSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
